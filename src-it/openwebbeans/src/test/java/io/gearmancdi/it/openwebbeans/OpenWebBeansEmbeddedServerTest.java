package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeEmbeddedServerBehaviour;

class OpenWebBeansEmbeddedServerTest extends SeEmbeddedServerBehaviour {}
