using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class VariantEndpointTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    [Theory]
    [MemberData(nameof(DocumentVariants.Names), MemberType = typeof(DocumentVariants))]
    public async Task Save_OfEveryVariant_KeepsItOrRefusesItByName(string variant)
    {
        var (text, code) = DocumentVariants.All[variant];

        var answer = await service.PutAsync("/api/flows/variant", text, Key);

        var findings = answer["findings"].EnumerateArray().Select(finding => finding.GetProperty("code").GetString());
        if (code is null)
        {
            answer.Expect(HttpStatusCode.OK);
            Assert.Equal(
                text.TrimStart('\uFEFF'),
                service.Database.Query("SELECT flow_data FROM tenant_conversation_flows WHERE flow_name = 'variant' ORDER BY version DESC LIMIT 1", row => row.GetString(0)).Single());
            return;
        }

        Assert.Equal("not_a_flow", answer.Expect(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Contains(code, findings);
    }

    [Theory]
    [InlineData("live-row")]
    [InlineData("architecture")]
    [InlineData("last-generation")]
    public async Task Save_OfALegacyFlow_IsRefusedAndSaysHowToImportIt(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "legacy", $"{name}.json"));

        var answer = (await service.PutAsync("/api/flows/old", text, Key)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("not_a_flow", answer.Code);
        var finding = answer["findings"][0];
        Assert.Contains("legacy flow_data", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("flow import", finding.GetProperty("fix").GetString(), StringComparison.Ordinal);
    }
}
