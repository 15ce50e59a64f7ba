package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.NodeList;

/** What an application takes in with the one dependency. */
class JarsIT {

    private static final long MAX_BYTES = 530_000;
    private static final String SHIPPED =
            "/project/dependencies/dependency[not(scope) or scope='compile' or scope='runtime']"
                    + "[not(optional='true')]/groupId";

    @Test
    void all_that_an_application_takes_in_is_small() throws IOException, URISyntaxException {
        long bytes = 0;
        for (var jar : List.of(Jars.API, Jars.PROTOCOL, Jars.DRIVER, Jars.EXTENSION)) {
            bytes += Files.size(jar.path());
        }

        assertThat(bytes).isLessThan(MAX_BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void a_jar_brings_nothing_of_others(Jars jar) throws Exception {
        assertThat(groupsOfDependencies(jar)).isSubsetOf(Set.of("io.gearmancdi"));
    }

    private static List<String> groupsOfDependencies(Jars jar) throws Exception {
        try (var file = new JarFile(jar.path().toFile())) {
            var pom = file.stream()
                    .filter(entry -> entry.getName().matches("META-INF/maven/.*/pom\\.xml"))
                    .findFirst()
                    .orElseThrow();
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.getInputStream(pom));
            var found = (NodeList)
                    XPathFactory.newInstance().newXPath().evaluate(SHIPPED, document, XPathConstants.NODESET);
            var groups = new ArrayList<String>();
            for (int i = 0; i < found.getLength(); i++) {
                groups.add(found.item(i).getTextContent());
            }
            return groups;
        }
    }
}
