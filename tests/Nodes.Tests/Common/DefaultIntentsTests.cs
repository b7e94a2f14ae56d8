using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class DefaultIntentsTests
{
    [Theory]
    [InlineData("transpalet istiyorum", "purchase_intent")]
    [InlineData("en ucuz forklift", "purchase_intent")]
    [InlineData("EN UCUZ FORKLİFT", "purchase_intent")]
    [InlineData("forklift fiyatları nedir", "purchase_intent")]
    [InlineData("how much is the EP-1500?", "purchase_intent")]
    [InlineData("what is the cheapest pallet truck", "purchase_intent")]
    [InlineData("EP-1500 ve MT-2000 arasındaki fark nedir", "comparison")]
    [InlineData("which is better, EP-1500 or EP-2000?", "comparison")]
    [InlineData("İletişim bilgisi", "support_request")]
    [InlineData("iletişim bilgileriniz nedir", "support_request")]
    [InlineData("istanbul'da bir sorun var", "support_request")]
    [InlineData("what is your phone number", "support_request")]
    [InlineData("garanti süresi nedir", "question")]
    [InlineData("forkliftleri göster", "browsing")]
    [InlineData("kimlik kartım", "default")]
    [InlineData("nasılsın?", "default")]
    [InlineData("", "default")]
    public async Task Intent_OfMessage_IsTheMostSpecific(string message, string intent)
    {
        var talk = NodeBench.Start(new TestWorld(), "sentiment_detection", []);

        var outcome = await talk.SayAsync(message);

        Assert.Equal(intent, outcome.Trace[0].PortName);
        Assert.Equal(intent, Assert.Single(outcome.Trace[0].Sets).Value.Text);
    }
}
