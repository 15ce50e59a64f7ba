package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeLifecycleBehaviour;

class WeldSe5LifecycleTest extends SeLifecycleBehaviour {}
