#Requires -Modules Microsoft.Graph.Authentication, Microsoft.Graph.Beta.Teams
<#
.SYNOPSIS
    Puts the Teams app package into the organisation's catalogue, or a newer one over it, and approves its permissions in chats. Run as Teams Administrator.
.PARAMETER Package
    manifest/bin/StrategyBot.zip, made by `dotnet build manifest` (manifest/README.md).
#>
param([Parameter(Mandatory)][string] $Package)
$ErrorActionPreference = 'Stop'

Connect-MgGraph -Scopes 'AppCatalog.ReadWrite.All', 'TeamworkAppSettings.ReadWrite.All', 'Policy.ReadWrite.Authorization', 'Policy.ReadWrite.PermissionGrant', 'InformationProtectionPolicy.Read', 'Application.ReadWrite.All' -NoWelcome

$folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
Expand-Archive $Package $folder
$manifest = Get-Content (Join-Path $folder 'manifest.json') -Raw | ConvertFrom-Json
Remove-Item $folder -Recurse

$found = (Invoke-MgGraphRequest -Method GET -Uri "v1.0/appCatalogs/teamsApps?`$filter=externalId eq '$($manifest.id)'").value
if ($found) {
    $catalogAppId = $found[0].id
    Invoke-MgGraphRequest -Method POST -Uri "v1.0/appCatalogs/teamsApps/$catalogAppId/appDefinitions" -InputFilePath $Package -ContentType 'application/zip' | Out-Null
} else {
    $catalogAppId = (Invoke-MgGraphRequest -Method POST -Uri 'v1.0/appCatalogs/teamsApps' -InputFilePath $Package -ContentType 'application/zip').id
}

# Needed only where chats take preapproved apps alone; Microsoft's default takes any app that isn't blocked.
$state = Get-MgBetaChatRscConfiguration
"Permissions of apps in chats: $($state.State)"
if ("$($state.State)" -eq 'EnabledForPreApprovedAppsOnly') {
    New-MgBetaTeamAppPreapproval -TeamsAppId $manifest.id -ResourceSpecificApplicationPermissionsAllowedForChats @($manifest.authorization.permissions.resourceSpecific.name) | Out-Null
    'Preapproved.'
}

"STRATEGYBOT_CATALOG_APP_ID is $catalogAppId"
