// The record: Azure Tables, reached with the bot's identity only.
param name string
param location string
param tags object

@description('The bot\'s identity, which may read and write rows here and nothing else.')
param principalId string

@description('Subnet of the private endpoint; empty leaves the account on the public network, still without keys.')
param endpointSubnetId string

param dnsZoneId string
param workspaceId string

var private = !empty(endpointSubnetId)

// Storage Table Data Contributor
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  // Three copies in three zones of the region; the record never leaves it.
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: private ? 'Deny' : 'Allow'
      bypass: 'None'
    }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' existing = {
  parent: account
  name: 'default'
}

resource mayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, principalId, tableDataContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = if (private) {
  name: 'pe-${name}'
  location: location
  tags: tags
  properties: {
    subnet: { id: endpointSubnetId }
    privateLinkServiceConnections: [
      {
        name: 'table'
        properties: {
          privateLinkServiceId: account.id
          groupIds: ['table']
        }
      }
    ]
  }
}

resource endpointName 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-11-01' = if (private) {
  parent: endpoint
  name: 'table'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'table'
        properties: { privateDnsZoneId: dnsZoneId }
      }
    ]
  }
}

// Who wrote and deleted, for an inquiry; reads would drown it.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tables
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

// An accidental `azd down` must not take the record with it.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'case-records'
  properties: {
    level: 'CanNotDelete'
    notes: 'Case records. Take this lock away only by the retention decision that README.md describes.'
  }
}

output tableEndpoint string = account.properties.primaryEndpoints.table
