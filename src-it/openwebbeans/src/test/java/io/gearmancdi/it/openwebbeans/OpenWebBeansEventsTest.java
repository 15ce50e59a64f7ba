package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeEventsBehaviour;

class OpenWebBeansEventsTest extends SeEventsBehaviour {}
