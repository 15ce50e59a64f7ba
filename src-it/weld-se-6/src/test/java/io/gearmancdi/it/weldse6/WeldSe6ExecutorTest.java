package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeExecutorBehaviour;

class WeldSe6ExecutorTest extends SeExecutorBehaviour {}
