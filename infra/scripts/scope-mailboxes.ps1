#Requires -Modules ExchangeOnlineManagement, Microsoft.Graph.Applications
<#
.SYNOPSIS
    Lets the bot use three mailboxes and no other (Exchange RBAC for Applications). Run as Exchange Administrator; safe to run again.
.PARAMETER AppId
    BOT_APP_ID of `azd env get-values`.
#>
param(
    [Parameter(Mandatory)][guid] $AppId,
    [Parameter(Mandatory)][string] $DirectoryMailbox,
    [Parameter(Mandatory)][string] $OrganiserMailbox,
    [Parameter(Mandatory)][string] $MinutesMailbox
)
$ErrorActionPreference = 'Stop'

$roles = @(
    @{ Mailbox = $DirectoryMailbox; Role = 'Application Contacts.Read' }
    @{ Mailbox = $OrganiserMailbox; Role = 'Application Calendars.ReadWrite' }
    @{ Mailbox = $MinutesMailbox; Role = 'Application Mail.ReadWrite' }
    @{ Mailbox = $MinutesMailbox; Role = 'Application Mail.Send' }
)

Connect-MgGraph -Scopes 'Application.Read.All' -NoWelcome
Connect-ExchangeOnline -ShowBanner:$false
$bot = Get-MgServicePrincipal -Filter "appId eq '$AppId'"
if (-not $bot) { throw "No service principal has the application id $AppId in this tenant." }
if (-not (Get-ServicePrincipal | Where-Object AppId -eq "$AppId")) {
    New-ServicePrincipal -AppId $AppId -ObjectId $bot.Id -DisplayName 'StrategyBot' | Out-Null
}

foreach ($mailbox in $roles.Mailbox | Sort-Object -Unique) {
    $scope = "StrategyBot $((Get-Mailbox $mailbox).Alias)"
    if (-not (Get-ManagementScope | Where-Object Name -eq $scope)) {
        New-ManagementScope -Name $scope -RecipientRestrictionFilter "PrimarySmtpAddress -eq '$((Get-Mailbox $mailbox).PrimarySmtpAddress)'" | Out-Null
    }
    foreach ($role in ($roles | Where-Object Mailbox -eq $mailbox).Role) {
        $name = "$scope $role"
        if (-not (Get-ManagementRoleAssignment | Where-Object Name -eq $name)) {
            New-ManagementRoleAssignment -Name $name -App $bot.Id -Role $role -CustomResourceScope $scope | Out-Null
        }
    }
}

# Each role must be InScope for its own mailbox, and for no other.
foreach ($mailbox in $roles.Mailbox | Sort-Object -Unique) {
    Test-ServicePrincipalAuthorization -Identity $bot.Id -Resource $mailbox | Select-Object @{ n = 'Mailbox'; e = { $mailbox } }, RoleName, InScope
}
