// Where the bot runs: always on, on two instances, each out of turn when it can't read and write its record.
param name string
param location string
param tags object
param planSku string
param instances int
param identityId string
param identityClientId string

@description('Subnet that the site reaches the record through; empty without a private network.')
param appSubnetId string

param workspaceId string

@description('The bot\'s own settings, by name.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'bot' })
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(appSubnetId) ? null : appSubnetId
    siteConfig: {
      // It has no fonts: infra/README.md, "Minutes as a PDF".
      linuxFxVersion: 'DOTNETCORE|10.0'
      alwaysOn: true
      healthCheckPath: '/readyz'
      minTlsVersion: '1.2'
      http20Enabled: true
      ftpsState: 'Disabled'
      vnetRouteAllEnabled: false
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: union(settings, {
    ASPNETCORE_ENVIRONMENT: 'Production'
    AZURE_CLIENT_ID: identityClientId
    // One JSON object a line, so that the alerts can ask for an event by its number.
    Logging__Console__FormatterName: 'json'
    WEBSITE_RUN_FROM_PACKAGE: '1'
  })
}

// Deployment by token only. One by one, as a name from a loop switches the compiler's check of them off.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'scm'
  properties: { allow: false }
}

// Not AppServiceHTTPLogs: the address of a request may hold a partner's personal link.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
  }
}

output hostName string = site.properties.defaultHostName
output siteId string = site.id
