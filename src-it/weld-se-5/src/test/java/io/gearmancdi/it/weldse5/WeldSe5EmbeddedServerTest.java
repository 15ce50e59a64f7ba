package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeEmbeddedServerBehaviour;

class WeldSe5EmbeddedServerTest extends SeEmbeddedServerBehaviour {}
