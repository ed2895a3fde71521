#Requires -Modules Microsoft.Graph.Applications, ExchangeOnlineManagement, MicrosoftTeams
<#
.SYNOPSIS
    Takes away everything that grant-graph, scope-mailboxes and allow-meetings gave. The bot is then deaf and mute; its record stays.
#>
param(
    [Parameter(Mandatory)][guid] $AppId,
    [Parameter(Mandatory)][string] $OrganiserMailbox
)
$ErrorActionPreference = 'Stop'

Connect-MgGraph -Scopes 'AppRoleAssignment.ReadWrite.All', 'Application.Read.All' -NoWelcome
$bot = Get-MgServicePrincipal -Filter "appId eq '$AppId'"
Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $bot.Id -All | ForEach-Object {
    Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $bot.Id -AppRoleAssignmentId $_.Id
}

Connect-ExchangeOnline -ShowBanner:$false
Get-ManagementRoleAssignment | Where-Object Name -like 'StrategyBot *' | Remove-ManagementRoleAssignment -Confirm:$false
Get-ManagementScope | Where-Object Name -like 'StrategyBot *' | Remove-ManagementScope -Confirm:$false
Get-ServicePrincipal | Where-Object AppId -eq "$AppId" | Remove-ServicePrincipal -Confirm:$false

Connect-MicrosoftTeams | Out-Null
Grant-CsApplicationAccessPolicy -PolicyName $null -Identity $OrganiserMailbox
Remove-CsApplicationAccessPolicy -Identity 'StrategyBot'
'Removed. Take the app out of the catalogue in the Teams admin centre.'
