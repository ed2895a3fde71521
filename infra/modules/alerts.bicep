// What somebody must hear of: a duty that wasn't done, a bot that isn't there.
param name string
param location string
param tags object
param mail string
param host string
param siteId string
param workspaceId string
param insightsId string

// The Obligations room's events: 3002 broke off, 3003 refused, 3004 a case that can't be worked, 3005 a runner that can't look.
// The Records room's: 2005 a record that isn't the one written, 2006 somebody at the anchors, 2007 nothing could be signed.
var lateQuery = '''
AppServiceConsoleLogs
| extend line = parse_json(ResultDescription)
| extend room = tostring(line.Category), event = toint(line.EventId)
| where (room startswith "StrategyBot.Obligations" and event in (3002, 3003, 3004, 3005))
    or (room startswith "StrategyBot.Records" and event in (2005, 2006, 2007))
'''

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'StrategyBot'
    enabled: true
    emailReceivers: [
      {
        name: 'administrators'
        emailAddress: mail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource late 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = {
  name: 'late-${name}'
  location: location
  tags: tags
  properties: {
    displayName: 'StrategyBot: something owed was not done'
    description: 'The bot tries again by itself. infra/README.md, "When an alert comes".'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      allOf: [
        {
          query: lateQuery
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
    // The table is there only once the first line has been written.
    skipQueryValidation: true
  }
}

resource unready 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'unready-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'An instance can not read and write its record (/readyz).'
    severity: 1
    enabled: true
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'health'
          metricName: 'HealthCheckStatus'
          operator: 'LessThan'
          threshold: 100
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource outside 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'outside-${name}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'outside-${name}'
    Name: 'StrategyBot from outside'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [
      { Id: 'emea-ru-msa-edge' }
      { Id: 'emea-se-sto-edge' }
      { Id: 'emea-nl-ams-azr' }
    ]
    Request: {
      RequestUrl: 'https://${host}/healthz'
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'unreachable-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Teams can not reach the bot either: fall back to the Word template (practice: the bot down).'
    severity: 0
    enabled: true
    scopes: [insightsId, outside.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      componentId: insightsId
      webTestId: outside.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}
