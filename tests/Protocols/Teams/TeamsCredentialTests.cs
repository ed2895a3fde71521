using Azure.Identity;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

public sealed class TeamsCredentialTests
{
    [Theory]
    [InlineData("ManagedIdentity", typeof(ManagedIdentityCredential))]
    [InlineData(" managedidentity ", typeof(ManagedIdentityCredential))]
    [InlineData("s3cret~of.the_app", typeof(ClientSecretCredential))]
    [InlineData("Federated:77777777-7777-4777-8777-777777777777", typeof(ClientAssertionCredential))]
    [InlineData(" federated: 77777777-7777-4777-8777-777777777777 ", typeof(ClientAssertionCredential))]
    public void The_word_means_the_identity_alone_or_for_a_registration_and_anything_else_is_a_secret(string credential, Type type) =>
        Assert.IsType(type, TeamsCredential.Create(ChannelStub.AppId, ChannelStub.Tenant, credential));

    [Theory]
    [InlineData("", ChannelStub.Tenant, "secret")]
    [InlineData(ChannelStub.AppId, " ", "secret")]
    [InlineData(ChannelStub.AppId, ChannelStub.Tenant, "")]
    [InlineData(ChannelStub.AppId, ChannelStub.Tenant, "Federated: ")]
    public void A_missing_part_is_refused(string appId, string tenantId, string credential) =>
        Assert.Throws<ArgumentException>(() => TeamsCredential.Create(appId, tenantId, credential));
}
