package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeEmbeddedServerBehaviour;

class WeldSe6EmbeddedServerTest extends SeEmbeddedServerBehaviour {}
