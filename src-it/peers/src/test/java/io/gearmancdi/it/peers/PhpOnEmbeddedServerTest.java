package io.gearmancdi.it.peers;

import io.gearmancdi.it.JobServerKind;

class PhpOnEmbeddedServerTest extends PhpPeers {

    PhpOnEmbeddedServerTest() {
        super(JobServerKind.EMBEDDED);
    }
}
