package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeCdiBehaviour;

class OpenWebBeansTest extends SeCdiBehaviour {}
