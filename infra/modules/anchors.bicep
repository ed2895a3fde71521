// What vouches for the record from outside it: append blobs that nobody changes or deletes, in an account of their own, and a key that
// never leaves the vault. README.md says what they prove.
param name string
param location string
param tags object

@description('The bot\'s identity, which may add blobs here and have the vault sign.')
param principalId string

@description('The vault that holds the key.')
param vaultName string

@description('Subnet of the private endpoint; empty leaves the account on the public network, still without keys.')
param endpointSubnetId string

param dnsZoneId string

@minValue(1)
@maxValue(146000)
@description('How long no anchor can be deleted or changed: as long as the longest-kept case, and some years more.')
param keptForDays int = 36500

var private = !empty(endpointSubnetId)

// Storage Blob Data Contributor
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

// Key Vault Crypto User
var cryptoUser = '12338af0-0e69-4776-bea7-57ae8d297424'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
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

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'anchors'
  properties: { publicAccess: 'None' }
}

// Adding to an append blob is allowed, and nothing else. An administrator locks it (README.md); unlocked it can be taken away.
resource immutable 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = {
  parent: container
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: keptForDays
    allowProtectedAppendWrites: true
  }
}

resource mayAdd 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: container
  name: guid(container.id, principalId, blobDataContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'anchor'
  tags: tags
  properties: {
    kty: 'EC'
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
  }
}

resource maySign 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: key
  name: guid(key.id, principalId, cryptoUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoUser)
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
        name: 'blob'
        properties: {
          privateLinkServiceId: account.id
          groupIds: ['blob']
        }
      }
    ]
  }
}

resource endpointName 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-11-01' = if (private) {
  parent: endpoint
  name: 'blob'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'blob'
        properties: { privateDnsZoneId: dnsZoneId }
      }
    ]
  }
}

output container string = '${account.properties.primaryEndpoints.blob}${container.name}'
output keyId string = '${vault.properties.vaultUri}keys/${key.name}'
