using System.Net;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Http;

/// <summary>One request of a call: the first, or one that a redirect led to.</summary>
/// <param name="SendsBody">False once a redirect turned the request into a GET.</param>
/// <param name="IsHome">Still the scheme, host and port that the flow named: only these get its headers and secret.</param>
internal sealed record Hop(Uri Url, string Method, bool SendsBody, bool IsHome)
{
    private static readonly Uri s_unreadable = new("about:blank");

    /// <summary>Why the request must not be sent, or null.</summary>
    public OutgoingAnswer? Refusal(OutgoingCall call)
    {
        if (Url.Scheme is not ("https" or "http") || Url.UserInfo.Length > 0 || AllowedHosts.HostOf(Url).Length == 0)
        {
            return OutgoingAnswer.Failed(FailureCodes.BadUrl, "not a plain http or https address");
        }

        return AllowedHosts.Judge(call.Tenant.Settings.AllowedHosts, Url) switch
        {
            HostVerdict.NotAllowed => OutgoingAnswer.Failed(
                FailureCodes.HostNotAllowed, $"{Url.Authority} is not on the tenant's list of allowed hosts"),
            HostVerdict.TlsRequired => OutgoingAnswer.Failed(FailureCodes.TlsRequired, $"{Url.Authority} may be called by https only"),
            _ => null,
        };
    }

    /// <summary>Where the answer sends the call on to; null where it is no redirect.</summary>
    public Hop? Next(HttpResponseMessage answer)
    {
        var becomesGet = answer.StatusCode switch
        {
            HttpStatusCode.SeeOther => true,
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found => Method == "POST",
            HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => false,
            _ => (bool?)null,
        };
        if (becomesGet is not { } get || answer.Headers.Location is not { } location)
        {
            return null;
        }

        // An address that cannot be read is refused like any other that is none.
        var url = Uri.TryCreate(Url, location, out var target) ? target : s_unreadable;
        return new(url, get ? "GET" : Method, SendsBody && !get, IsHome && IsSameOrigin(url));
    }

    private bool IsSameOrigin(Uri other) => other.Scheme == Url.Scheme && other.Host == Url.Host && other.Port == Url.Port;
}
