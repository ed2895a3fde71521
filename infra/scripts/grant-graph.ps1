#Requires -Modules Microsoft.Graph.Applications
<#
.SYNOPSIS
    Gives the bot its Microsoft Graph application permissions. Run as Privileged Role Administrator; safe to run again.
.PARAMETER AppId
    BOT_APP_ID of `azd env get-values`.
#>
param([Parameter(Mandatory)][guid] $AppId)
$ErrorActionPreference = 'Stop'

# README.md says what each is for. Mail, calendars and contacts are not here: scope-mailboxes.ps1 gives them for three mailboxes only.
$permissions = @(
    'User.Read.All'
    'GroupMember.Read.All'
    'OnlineMeetings.ReadWrite.All'
    'OnlineMeetingArtifact.Read.All'
    'AppCatalog.Read.All'
    'CrossTenantInformation.ReadBasic.All'
    'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All'
    'TeamsAppInstallation.ReadWriteSelfForUser.All'
    'TeamsTab.ReadWriteSelfForChat.All'
)

Connect-MgGraph -Scopes 'AppRoleAssignment.ReadWrite.All', 'Application.Read.All' -NoWelcome
$graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
$bot = Get-MgServicePrincipal -Filter "appId eq '$AppId'"
if (-not $bot) { throw "No service principal has the application id $AppId in this tenant." }
$given = Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $bot.Id -All

foreach ($permission in $permissions) {
    $role = $graph.AppRoles | Where-Object { $_.Value -eq $permission -and $_.AllowedMemberTypes -contains 'Application' }
    if (-not $role) { throw "Microsoft Graph knows no application permission $permission." }
    if ($given.AppRoleId -contains $role.Id) { "$permission is there already"; continue }
    New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $bot.Id -PrincipalId $bot.Id -ResourceId $graph.Id -AppRoleId $role.Id | Out-Null
    "$permission given"
}
