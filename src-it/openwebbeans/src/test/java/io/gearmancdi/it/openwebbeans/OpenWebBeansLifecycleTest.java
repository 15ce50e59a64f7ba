package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeLifecycleBehaviour;

class OpenWebBeansLifecycleTest extends SeLifecycleBehaviour {}
