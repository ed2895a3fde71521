#Requires -Modules MicrosoftTeams
<#
.SYNOPSIS
    Lets the bot read and set the options of meetings that the organiser mailbox organises (Teams application access policy). Run as Teams Administrator.
.DESCRIPTION
    It takes up to 30 minutes to work. A user has one such policy at a time: if the organiser mailbox has another already, add the bot's id to that one instead.
#>
param(
    [Parameter(Mandatory)][guid] $AppId,
    [Parameter(Mandatory)][string] $OrganiserMailbox
)
$ErrorActionPreference = 'Stop'

Connect-MicrosoftTeams | Out-Null
if (-not (Get-CsApplicationAccessPolicy | Where-Object Identity -eq 'Tag:StrategyBot')) {
    New-CsApplicationAccessPolicy -Identity 'StrategyBot' -AppIds "$AppId" -Description 'StrategyBot: meetings of its organiser mailbox' | Out-Null
}
Grant-CsApplicationAccessPolicy -PolicyName 'StrategyBot' -Identity $OrganiserMailbox
"Granted. Wait 30 minutes before the first meeting."
