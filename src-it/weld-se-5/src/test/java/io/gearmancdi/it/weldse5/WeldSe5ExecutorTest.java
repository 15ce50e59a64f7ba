package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeExecutorBehaviour;

class WeldSe5ExecutorTest extends SeExecutorBehaviour {}
