#Requires -Modules Microsoft.Graph.Applications
<#
.SYNOPSIS
    Registers one app for the bot, its panel and Graph, without a secret: the bot's managed identity vouches for it.
    Run as Application Administrator; safe to run again.
.PARAMETER BotHost
    The bot's host name alone (BOT_HOST).
.PARAMETER IdentityPrincipalId
    Object id of the bot's managed identity (BOT_PRINCIPAL_ID).
.PARAMETER AppId
    The application id of the app that an earlier run registered. Without it a new one is made; an app of this name that is there already
    is never taken over, as anybody may have made it.
.OUTPUTS
    The application id, for STRATEGYBOT_APP_REGISTRATION_ID.
#>
param(
    [Parameter(Mandatory)] [ValidatePattern('^[a-z0-9.-]+$')] [string] $BotHost,
    [Parameter(Mandatory)] [guid] $IdentityPrincipalId,
    [guid] $AppId
)
$ErrorActionPreference = 'Stop'

# Teams on the desktop and the telephone, and Teams in the browser.
$teams = '1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
$name = 'StrategyBot'

Connect-MgGraph -Scopes 'Application.ReadWrite.All' -NoWelcome
$tenant = (Get-MgContext).TenantId
if ($AppId) {
    $app = Get-MgApplication -Filter "appId eq '$AppId'"
    if (-not $app) { throw "This tenant has no app $AppId." }
} elseif (Get-MgApplication -Filter "displayName eq '$name'") {
    throw "An app called $name is there already. If it is yours, pass its application id as -AppId."
} else {
    # Version 2 first: the policy on identifier URIs lets it through.
    $app = New-MgApplication -DisplayName $name -SignInAudience AzureADMyOrg -Api @{ requestedAccessTokenVersion = 2 }
}

$scope = $app.Api.Oauth2PermissionScopes | Where-Object Value -EQ 'access_as_user' | Select-Object -First 1
$scopeId = if ($scope) { $scope.Id } else { [guid]::NewGuid().Guid }
$scopes = @(@{
    id = $scopeId; value = 'access_as_user'; type = 'User'; isEnabled = $true
    adminConsentDisplayName = 'Open the panel beside a meeting'
    adminConsentDescription = 'Lets Teams tell StrategyBot who has the panel open. It gives StrategyBot nothing else.'
    userConsentDisplayName = 'Open the panel beside a meeting'
    userConsentDescription = 'Lets Teams tell StrategyBot who you are.'
})
Update-MgApplication -ApplicationId $app.Id -Api @{ requestedAccessTokenVersion = 2; oauth2PermissionScopes = $scopes }
Update-MgApplication -ApplicationId $app.Id -Api @{
    requestedAccessTokenVersion = 2
    oauth2PermissionScopes = $scopes
    preAuthorizedApplications = @($teams | ForEach-Object { @{ appId = $_; delegatedPermissionIds = @($scopeId) } })
}

# What the manifest names as webApplicationInfo.resource.
Update-MgApplication -ApplicationId $app.Id -IdentifierUris @("api://$BotHost/botid-$($app.AppId)")

$trusted = Get-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id | Where-Object Subject -EQ "$IdentityPrincipalId"
if (-not $trusted) {
    New-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id -BodyParameter @{
        name = 'managed-identity'
        issuer = "https://login.microsoftonline.com/$tenant/v2.0"
        subject = "$IdentityPrincipalId"
        audiences = @('api://AzureADTokenExchange')
    } | Out-Null
}

if (-not (Get-MgServicePrincipal -Filter "appId eq '$($app.AppId)'")) {
    New-MgServicePrincipal -AppId $app.AppId | Out-Null
}

$app.AppId
