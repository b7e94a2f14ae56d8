using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class ModelDirectiveTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Check_ATenantWhoseDirectiveAsksForAModel_FindsTheFlowWithoutOne()
    {
        Assert.DoesNotContain("no_ai_response", await CodesAsync("demo-design"));

        using (var database = service.Database.Open())
        using (var command = database.CreateCommand())
        {
            command.CommandText = """
                INSERT INTO ai_tenant_directives (tenant_id, directive_key, directive_value, directive_type, category, priority, is_active)
                SELECT id, 'require_ai_response', 'true', 'boolean', 'flows', 0, 1 FROM tenants WHERE slug = 'demo-en'
                """;
            command.ExecuteNonQuery();
        }

        Assert.Contains("no_ai_response", await CodesAsync("demo-en-design"));
        Assert.DoesNotContain("no_ai_response", await CodesAsync("demo-design"));
    }

    private async Task<IReadOnlyList<string?>> CodesAsync(string key)
    {
        var answer = (await service.PostAsync("/api/flows/check", SmallFlows.Saying("Hello"), key)).Expect(HttpStatusCode.OK);
        return [.. answer["findings"].EnumerateArray().Select(finding => finding.GetProperty("code").GetString())];
    }
}
