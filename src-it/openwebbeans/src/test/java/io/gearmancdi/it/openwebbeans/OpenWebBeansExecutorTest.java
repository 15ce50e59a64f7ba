package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeExecutorBehaviour;

class OpenWebBeansExecutorTest extends SeExecutorBehaviour {}
