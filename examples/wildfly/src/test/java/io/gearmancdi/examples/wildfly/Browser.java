package io.gearmancdi.examples.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Optional;
import java.util.stream.Stream;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/** A browser without a window: Chromium where it is installed, else one in Java. */
final class Browser {

    private Browser() {}

    static WebDriver open() {
        var driver = find("chromedriver");
        if (driver.isPresent()) {
            return chromium(driver.get());
        }
        assertThat(System.getProperty("gearmand"))
                .as("chromedriver is not on the path")
                .isNotEqualTo("required");
        System.out.println("NO CHROMIUM on the path: HtmlUnit shows the page");
        return htmlUnit();
    }

    private static Optional<File> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    private static WebDriver chromium(File driver) {
        var options = new ChromeOptions()
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
                .addArguments("--no-first-run", "--disable-background-networking", "--disable-component-update")
                .addArguments("--disable-sync", "--disable-quic");
        var service =
                new ChromeDriverService.Builder().usingDriverExecutable(driver).build();
        return new ChromeDriver(service, options);
    }

    private static WebDriver htmlUnit() {
        return new HtmlUnitDriver(BrowserVersion.FIREFOX, true) {
            @Override
            protected WebClient modifyWebClient(WebClient client) {
                client.getOptions().setFetchPolyfillEnabled(true);
                return client;
            }
        };
    }
}
