"""Whatever may be asked by its description, the interface answers as the description says."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from config.api import api
from config.wsgi import application

pytestmark = pytest.mark.django_db
schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
schema.app = application
EXAMPLES = 8  # an operation; `schemathesis run URL` asks for as many as one likes


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})
