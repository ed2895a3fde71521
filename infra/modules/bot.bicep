// The registration that Teams delivers through.
param name string
param tags object

@description('Host name alone.')
param host string

param identityId string
param identityClientId string

@description('Empty: the bot is the managed identity.')
param appRegistrationId string

var isIdentity = empty(appRegistrationId)

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'StrategyBot'
    endpoint: 'https://${host}/api/messages'
    msaAppId: isIdentity ? identityClientId : appRegistrationId
    msaAppTenantId: tenant().tenantId
    msaAppType: isIdentity ? 'UserAssignedMSI' : 'SingleTenant'
    msaAppMSIResourceId: isIdentity ? identityId : null
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
      deploymentEnvironment: 'CommercialDeployment'
      enableCalling: false
    }
  }
}
