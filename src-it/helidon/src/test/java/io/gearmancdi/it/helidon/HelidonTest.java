package io.gearmancdi.it.helidon;

import io.gearmancdi.it.SeCdiBehaviour;

class HelidonTest extends SeCdiBehaviour {}
