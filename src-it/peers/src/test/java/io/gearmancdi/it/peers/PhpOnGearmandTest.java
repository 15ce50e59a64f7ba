package io.gearmancdi.it.peers;

import io.gearmancdi.it.JobServerKind;

class PhpOnGearmandTest extends PhpPeers {

    PhpOnGearmandTest() {
        super(JobServerKind.GEARMAND);
    }
}
