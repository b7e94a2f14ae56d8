using System.Net;
using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class NetworkAddressesTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("1.0.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:2800:220:1::1")]
    [InlineData("2001:200::1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("64:ff9b::93.184.216.34")]
    public void IsPublic_OfPublicAddress_IsTrue(string address) => Assert.True(NetworkAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.0")]
    [InlineData("100.127.255.255")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("::93.184.216.34")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::192.168.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:0:53aa:64c:1c5f:1a2b:3c4d:5e6f")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:c0a8:1::")]
    [InlineData("2002:5db8:d822::")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2606:2800:220:1::1%4")]
    public void IsPublic_OfAnyOther_IsFalse(string address) => Assert.False(NetworkAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("10.2.0.1", false)]
    [InlineData("fd00::1", true)]
    [InlineData("fd00::1%4", false)]
    [InlineData("93.184.216.34", true)]
    public void IsAllowed_ByOpenNetworks_LetsTheseIn(string address, bool allowed)
    {
        IPNetwork[] open = [IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("fd00::/8")];

        Assert.Equal(allowed, NetworkAddresses.IsAllowed(IPAddress.Parse(address), open));
    }
}
