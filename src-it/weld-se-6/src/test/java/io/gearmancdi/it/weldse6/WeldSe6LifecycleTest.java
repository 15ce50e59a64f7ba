package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeLifecycleBehaviour;

class WeldSe6LifecycleTest extends SeLifecycleBehaviour {}
