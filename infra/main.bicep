// Everything that one authority needs in Azure; README.md says in which order and what stands beside it.
targetScope = 'subscription'

@minLength(1)
@maxLength(24)
@description('Name of the azd environment; part of every resource\'s name.')
param environmentName string

@description('Azure region, for example uksouth: case records then stay in the United Kingdom.')
param location string

@description('The authority\'s procedure: default, bedford, herefordshire, devon, newcastle, worcestershire or a file deployed with the bot.')
param profile string = 'default'

@description('Application id of the Entra app registration for bot, panel and Graph (scripts/register-app.ps1). Empty: the bot is the managed identity that is made here, and has no panel. There is no secret either way.')
param appRegistrationId string = ''

@description('Host name of the authority\'s own that is bound to the site. Empty: the site\'s azurewebsites.net name.')
param customHost string = ''

@description('The app\'s id in the organisation\'s Teams catalogue; empty until it has been uploaded, and until then the bot doesn\'t start.')
param catalogAppId string = ''

@description('Object id of the Entra group whose members may convene.')
param convenersGroup string

@description('Object id of the Entra group of administrators.')
param administratorsGroup string

@description('Object id of the Entra group of auditors, who may read who read what, and break the glass. Empty: nobody may.')
param auditorsGroup string = ''

@description('Object id of the Entra group of information governance, who may seal words and keep records. Empty: whom the procedure names.')
param informationGovernanceGroup string = ''

@description('Object id of the Entra group of lawyers, who may have the record of a case for a court. Empty: auditors alone.')
param legalGroup string = ''

@description('Object id of the Entra group of business support, who may take up a case. Empty: whom the procedure names.')
param businessSupportGroup string = ''

@description('Object id of the Entra group of the conference service, who may take up a case. Empty: whom the procedure names.')
param conferenceServiceGroup string = ''

@description('Mailbox whose Outlook contacts are the partners\' directory.')
param directoryMailbox string

@description('Mailbox that organises the meetings.')
param organiserMailbox string

@description('Mailbox that sends minutes and links.')
param minutesMailbox string

@description('The authority\'s name as partners know it: letters and pages are in it.')
param councilName string

@description('The telephone number on the authority\'s website, by which whoever gets a letter can ask whether it is true.')
param switchboard string

@description('Where alerts go: a mailbox that somebody reads on working days.')
param alertMail string

@description('Whom to tell of a hole: mailto: or https: address, served as /.well-known/security.txt. Empty: none is served.')
param securityContact string = ''

@description('Folder with the fonts that PDFs are set in, as a path from the program\'s own folder. Empty: those of the machine, and App Service on Linux has none.')
param fontFolder string = ''

@secure()
@description('32 random bytes in base64: behind the partners\' personal links; or several as id:key with commas between, the one that makes new links first (README, rotate).')
param linksKey string

@description('Keep the record off the public network, behind a private endpoint.')
param privateStorage bool = true

@minValue(2)
@description('Instances that always run: two, so that one can fail or be updated.')
param instances int = 2

@description('App Service plan; it needs always-on and, with private storage, a virtual network.')
param planSku string = 'P0v3'

var tags = { 'azd-env-name': environmentName }
var suffix = uniqueString(subscription().id, environmentName, location)

resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = {
  name: 'rg-strategybot-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  name: 'identity'
  params: {
    name: 'id-strategybot-${environmentName}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  name: 'monitoring'
  params: {
    name: 'strategybot-${environmentName}'
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (privateStorage) {
  scope: group
  name: 'network'
  params: {
    name: 'vnet-strategybot-${environmentName}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  name: 'storage'
  params: {
    name: 'stsb${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    endpointSubnetId: privateStorage ? network!.outputs.endpointSubnetId : ''
    dnsZoneId: privateStorage ? network!.outputs.tableZoneId : ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  name: 'vault'
  params: {
    name: 'kv-sb-${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    linksKey: linksKey
  }
}

module anchors 'modules/anchors.bicep' = {
  scope: group
  name: 'anchors'
  params: {
    name: 'ansb${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    vaultName: vault.outputs.name
    endpointSubnetId: privateStorage ? network!.outputs.endpointSubnetId : ''
    dnsZoneId: privateStorage ? network!.outputs.blobZoneId : ''
  }
}

module host 'modules/host.bicep' = {
  scope: group
  name: 'host'
  params: {
    name: 'strategybot-${suffix}'
    location: location
    tags: tags
    planSku: planSku
    instances: instances
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    appSubnetId: privateStorage ? network!.outputs.appSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
    settings: {
      StrategyBot__Mode: 'Live'
      StrategyBot__Profile: profile
      Teams__AppId: empty(appRegistrationId) ? identity.outputs.clientId : appRegistrationId
      Teams__TenantId: tenant().tenantId
      Teams__Credential: empty(appRegistrationId) ? 'ManagedIdentity' : 'Federated:${identity.outputs.clientId}'
      Teams__CatalogAppId: catalogAppId
      Graph__DirectoryMailbox: directoryMailbox
      Graph__OrganiserMailbox: organiserMailbox
      Graph__MinutesMailbox: minutesMailbox
      Access__ConvenersGroup: convenersGroup
      Access__AdministratorsGroup: administratorsGroup
      Access__AuditorsGroup: auditorsGroup
      Access__InformationGovernanceGroup: informationGovernanceGroup
      Access__LegalGroup: legalGroup
      Access__BusinessSupportGroup: businessSupportGroup
      Access__ConferenceServiceGroup: conferenceServiceGroup
      Storage__Provider: 'AzureTables'
      Storage__Endpoint: storage.outputs.tableEndpoint
      Anchor__Container: anchors.outputs.container
      Anchor__KeyId: anchors.outputs.keyId
      StrategyBot__PublicUrl: 'https://${empty(customHost) ? 'strategybot-${suffix}.azurewebsites.net' : customHost}'
      StrategyBot__SecurityContact: securityContact
      StrategyBot__FontFolder: fontFolder
      StrategyBot__Council: councilName
      StrategyBot__Switchboard: switchboard
      PartnerLinks__Key: vault.outputs.linksKeyReference
      // The front ends of App Service: only there is X-Forwarded-For believed.
      PartnerLinks__KnownProxies: '169.254.0.0/16'
    }
  }
}

module bot 'modules/bot.bicep' = {
  scope: group
  name: 'bot'
  params: {
    name: 'bot-strategybot-${suffix}'
    tags: tags
    host: empty(customHost) ? host.outputs.hostName : customHost
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    appRegistrationId: appRegistrationId
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  name: 'alerts'
  params: {
    name: 'strategybot-${environmentName}'
    location: location
    tags: tags
    mail: alertMail
    host: empty(customHost) ? host.outputs.hostName : customHost
    siteId: host.outputs.siteId
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
  }
}

output BOT_APP_ID string = empty(appRegistrationId) ? identity.outputs.clientId : appRegistrationId
output BOT_HOST string = empty(customHost) ? host.outputs.hostName : customHost
output BOT_PRINCIPAL_ID string = identity.outputs.principalId
output STORAGE_ENDPOINT string = storage.outputs.tableEndpoint
