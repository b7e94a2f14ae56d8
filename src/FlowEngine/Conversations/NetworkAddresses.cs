using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace FlowEngine.Conversations;

/// <summary>Tells addresses of the public internet from those of networks behind the service.</summary>
public static class NetworkAddresses
{
    private static readonly IPNetwork s_globalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly ImmutableArray<IPNetwork> s_special =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),

        // Protocol assignments with Teredo, documentation and 6to4, which may hold any IPv4 address.
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>False for everything that is not plainly a host of the public internet, in whatever form it is written.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        if (plain.AddressFamily == AddressFamily.InterNetwork)
        {
            return !IsSpecial(plain);
        }

        if (HasZone(plain))
        {
            return false;
        }

        return s_nat64.Contains(plain)
            ? !IsSpecial(new IPAddress(plain.GetAddressBytes().AsSpan(12)))
            : s_globalUnicast.Contains(plain) && !IsSpecial(plain);
    }

    /// <summary>Public, or in a network that the operator opened.</summary>
    public static bool IsAllowed(IPAddress address, IReadOnlyList<IPNetwork> open) =>
        !HasZone(address) && (IsPublic(address) || open.Any(network => network.Contains(Plain(address))));

    /// <summary>The IPv4 address in an IPv4-mapped one; any other as it is.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool HasZone(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0;

    private static bool IsSpecial(IPAddress address) => s_special.Any(network => network.Contains(address));
}
