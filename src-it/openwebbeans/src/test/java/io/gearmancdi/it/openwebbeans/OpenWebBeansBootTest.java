package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeBootBehaviour;

class OpenWebBeansBootTest extends SeBootBehaviour {}
