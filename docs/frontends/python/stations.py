"""The stations of a county, page by page, with gql 4: python stations.py <url> <county> [token]"""

import sys

from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport

PAGE = """
query Stations($county: RegionCode!, $after: String) {
  region(code: $county) {
    stations(first: 5, after: $after) {
      nodes { id status township { name } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
"""


def client_of(url, token=None):
    headers = {"accept-language": "zh-CN"}
    if token:
        headers["authorization"] = f"Bearer {token}"
    return Client(transport=RequestsHTTPTransport(url=url, headers=headers))


def stations_of(client, county):
    after = None
    while True:
        query = gql(PAGE)
        query.variable_values = {"county": county, "after": after}
        page = client.execute(query)["region"]["stations"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


if __name__ == "__main__":
    url, county, *token = sys.argv[1:]
    try:
        for station in stations_of(client_of(url, *token), county):
            print(station["id"], station["township"]["name"], station["status"], sep="\t")
    except TransportQueryError as refused:
        for error in refused.errors:
            print(error["extensions"]["code"], error["message"], file=sys.stderr)
        sys.exit(1)
