package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.ServerErrorException;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.driver.Gearman;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers to an operator's question: an answer, or an exception in time. */
@Timeout(60)
class AdminOfBadServersTest {

    private ServerSocket listening;
    private ServerAddress server;
    private Gearman gearman;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server = new ServerAddress("127.0.0.1", listening.getLocalPort());
        gearman = Gearman.builder()
                .servers(List.of(server))
                .connectTimeout(Duration.ofMillis(500))
                .maxResultSize(10_000)
                .build();
    }

    @AfterEach
    void close() throws IOException {
        gearman.close();
        listening.close();
    }

    @Test
    void oneThatAnswersNothingCostsNoMoreThanTheTimeout() {
        assertThatExceptionOfType(ServerConnectionException.class)
                .isThrownBy(() -> admin().status(server))
                .withMessageContaining("gearman.client.connect-timeout")
                .satisfies(e -> assertThat(e.server()).contains(server));
    }

    @Test
    void oneThatIsNotThereIsNamed() throws IOException {
        listening.close();

        assertThatExceptionOfType(ServerConnectionException.class)
                .isThrownBy(() -> admin().version(server))
                .withMessageContaining(server.toString());
    }

    @Test
    void oneThatEndsInTheMiddleIsNotTakenForWhole() throws Exception {
        answer("f\t1\t0\t0\ng\t");

        assertThatExceptionOfType(ServerConnectionException.class)
                .isThrownBy(() -> admin().status(server))
                .withMessageContaining("closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "f\t1\t0\n.\n", "f\tone\t0\t0\n.\n", "HTTP/1.1 400 Bad Request\r\n\r\n.\n"})
    void nonsenseIsNoTable(String nonsense) throws Exception {
        answer(nonsense);

        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> admin().status(server))
                .withMessageContaining("makes no sense");
    }

    @Test
    void aRefusalIsShownWithoutItsControlCharacters() throws Exception {
        answer("ERR UNKNOWN_COMMAND \u001b[31mred\r\n");

        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> admin().jobs(server))
                .withMessageContaining("ERR UNKNOWN_COMMAND \\u001b[31mred");
    }

    @Test
    void anAnswerWithoutEndIsCut() throws Exception {
        answer("x".repeat(1_000_000));

        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> admin().workers(server))
                .withMessageContaining("gearman.client.max-result-size");
    }

    private GearmanAdmin admin() {
        return gearman.admin();
    }

    /** Answers the next question, whatever it is. */
    private void answer(String text) {
        var answering = new Thread(() -> {
            try (Socket peer = listening.accept()) {
                peer.getInputStream().read();
                peer.getOutputStream().write(text.getBytes(UTF_8));
                peer.shutdownOutput();
                peer.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The one who asked has heard enough
            }
        });
        answering.setDaemon(true);
        answering.start();
    }
}
