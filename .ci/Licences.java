import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Fails where a component of a CycloneDX bill of materials has no licence that is on the list. */
class Licences {

    /** One of them is enough: of several, the one that suits is chosen. */
    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "EPL-2.0", "BSD-3-Clause", "BSD-2-Clause", "MIT", "CC0-1.0", "Public Domain");

    private static final int FEWEST = 20;

    public static void main(String[] arguments) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(arguments[0]));
        var components = select(document, "/*/*[local-name()='components']/*[local-name()='component']");
        var refused = new ArrayList<String>();
        for (var component : components) {
            var licences = select(
                            component,
                            "*[local-name()='licenses']//*[local-name()='id' or local-name()='name'"
                                    + " or local-name()='expression']")
                    .stream()
                    .map(Node::getTextContent)
                    .toList();
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                refused.add(text(component, "group") + ":" + text(component, "name") + " " + licences);
            }
        }
        if (components.size() < FEWEST) {
            refused.add("only " + components.size() + " components: that is not what is shipped");
        }
        refused.forEach(one -> System.err.println("NO LICENCE OF THE LIST: " + one));
        System.out.println(components.size() + " components, refused: " + refused.size());
        System.exit(refused.isEmpty() ? 0 : 1);
    }

    private static String text(Node component, String name) throws Exception {
        return select(component, "*[local-name()='" + name + "']").get(0).getTextContent();
    }

    private static List<Node> select(Node from, String path) throws Exception {
        var found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, from, XPathConstants.NODESET);
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < found.getLength(); i++) {
            nodes.add(found.item(i));
        }
        return nodes;
    }
}
