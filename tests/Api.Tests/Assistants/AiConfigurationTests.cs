using System.Net;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Tests.Assistants;

public sealed class AiConfigurationTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Path = "/api/admin/ai-configurations";
    private const string Admin = "demo-admin";
    private const string OtherAdmin = "demo-en-admin";

    [Fact]
    public async Task Put_New_IsListedAndFoundAndReplacedAndDeleted()
    {
        var made = await service.PutAsync($"{Path}/kept", new { provider = "OpenAI", modelName = "m1", settings = new { api_key = "secret:SOME_KEY" } }, Admin);
        var replaced = await service.PutAsync($"{Path}/kept", new { provider = "offline", modelName = "m2", priority = 7 }, Admin);
        var found = await service.GetAsync($"{Path}/kept", Admin);
        var listed = await service.GetAsync(Path, Admin);
        var others = await service.GetAsync($"{Path}/kept", OtherAdmin);
        var deleted = await service.DeleteAsync($"{Path}/kept", Admin);

        Assert.Equal((HttpStatusCode.Created, "openai"), (made.Status, made["provider"].GetString()));
        Assert.Equal("secret:SOME_KEY", made["settings"].GetProperty("api_key").GetString());
        Assert.Equal(("m2", 7), (replaced.Expect(HttpStatusCode.OK)["modelName"].GetString(), found["priority"].GetInt32()));
        Assert.Contains(listed["items"].EnumerateArray(), item => item.GetProperty("name").GetString() == "kept");
        Assert.Equal(HttpStatusCode.NotFound, others.Status);
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync($"{Path}/kept", Admin)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.DeleteAsync($"{Path}/kept", Admin)).Status);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("demo-engineer", HttpStatusCode.Forbidden)]
    public async Task Any_ScopeTooLow_IsRefused(string? key, HttpStatusCode status)
    {
        Assert.Equal(status, (await service.GetAsync(Path, key)).Status);
        Assert.Equal(status, (await service.PutAsync($"{Path}/a", new { provider = "offline", modelName = "m" }, key)).Status);
        Assert.Equal(status, (await service.DeleteAsync($"{Path}/a", key)).Status);
        Assert.Equal(status, (await service.PostAsync($"{Path}/a/test", null, key)).Status);
    }

    [Theory]
    [InlineData("""{"modelName":"m"}""", "/provider")]
    [InlineData("""{"provider":"nowhere","modelName":"m"}""", "/provider")]
    [InlineData("""{"provider":"offline","modelName":" "}""", "/modelName")]
    [InlineData("""{"provider":"offline","modelName":"m","isActive":"yes"}""", "/isActive")]
    [InlineData("""{"provider":"offline","modelName":"m","priority":-1}""", "/priority")]
    [InlineData("""{"provider":"offline","modelName":"m","colour":"red"}""", "/colour")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"api_key":"sk-12345"}}""", "/settings/api_key")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"sk-key":1}}""", "/settings/sk-key")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"endpoint":"http://127.0.0.1:11434/v1"}}""", "/settings/endpoint")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"endpoint":"http://localhost/v1"}}""", "/settings/endpoint")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"endpoint":"http://2130706433/v1"}}""", "/settings/endpoint")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"endpoint":"http://[::1]/v1"}}""", "/settings/endpoint")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"endpoint":"http://[::ffff:10.0.0.1]/v1"}}""", "/settings/endpoint")]
    [InlineData("""{"provider":"anthropic","modelName":"m","settings":{"endpoint":"http://169.254.169.254"}}""", "/settings/endpoint")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"api_key":"env:PATH"}}""", "/settings/api_key")]
    [InlineData("""{"provider":"openai","modelName":"m","settings":{"api_key":"config:NONE"}}""", "/settings/api_key")]
    [InlineData("""{"provider":"anthropic","modelName":"m","settings":{"api_key":"env:OPENAI_API_KEY"}}""", "/settings/api_key")]
    [InlineData("""{"provider":"anthropic","modelName":"m","settings":{"temperature":1}}""", "/settings/temperature")]
    public async Task Put_BadInput_IsNamedAndNothingIsStored(string body, string pointer)
    {
        var refused = await service.PutAsync($"{Path}/bad", body, Admin);

        Assert.Equal(pointer, Assert.Single(refused.Expect(HttpStatusCode.UnprocessableEntity)["errors"].EnumerateArray()).GetProperty("pointer").GetString());
        Assert.DoesNotContain("12345", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync($"{Path}/bad", Admin)).Status);
    }

    [Fact]
    public async Task Put_EndpointOfTheOperatorsList_IsTaken()
    {
        await using var own = await ServiceFixture.StartAsync(null, "--FlowEngine:Ai:Endpoints:0=http://10.0.0.1/azure");
        async Task<HttpStatusCode> PutAsync(string endpoint) =>
            (await own.PutAsync($"{Path}/far", new { provider = "openai", modelName = "m", settings = new { endpoint } }, Admin)).Status;

        Assert.Equal(HttpStatusCode.Created, await PutAsync("http://10.0.0.1/azure/v1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PutAsync("http://10.0.0.1/azure-not/v1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PutAsync("http://10.0.0.10/azure/v1"));
    }

    [Fact]
    public async Task Start_EndpointOfTheListIsNoAddress_IsRefused()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(
            () => ServiceFixture.StartAsync(null, "--FlowEngine:Ai:Endpoints:0=nonsense"));

        Assert.Contains("FlowEngine:Ai:Endpoints", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_KeyThatWasStoredInClear_IsNeverGivenBack()
    {
        await using (var db = await DatabaseAsync())
        {
            db.AiConfigurations.Add(new()
            {
                TenantId = db.Key.TenantId, Name = "legacy", Provider = "openai", ModelName = "m", Settings = """{"api_key":"sk-98765"}""",
            });
            await db.SaveChangesAsync();
        }

        var found = (await service.GetAsync($"{Path}/legacy", Admin)).Expect(HttpStatusCode.OK);
        var tested = await service.PostAsync($"{Path}/legacy/test", null, Admin);
        await service.DeleteAsync($"{Path}/legacy", Admin);

        Assert.DoesNotContain("98765", found.Text + tested.Text, StringComparison.Ordinal);
        Assert.Equal("secret_in_clear", found["faults"][0].GetProperty("code").GetString());
        Assert.Equal("model_unavailable", tested["failure"].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Test_ModelAnswersThenFails_SaysSo()
    {
        await using var model = await StreamingModel.StartAsync();
        await using var own = await ServiceFixture.StartAsync(null, model.Setting);
        await own.PutAsync($"{Path}/tested", new { provider = "openai", modelName = "far-1", isActive = false, settings = new { endpoint = model.Address } }, Admin);

        var well = await own.PostAsync($"{Path}/tested/test", null, Admin);
        model.Status = 401;
        var refused = await own.PostAsync($"{Path}/tested/test", null, Admin);
        await own.DeleteAsync($"{Path}/tested", Admin);

        Assert.Equal((true, "far-1", 200), (well["ok"].GetBoolean(), well["model"].GetString(), well["outputTokens"].GetInt32()));
        Assert.False(refused["ok"].GetBoolean());
        Assert.Equal("model_unavailable", refused["failure"].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await own.PostAsync($"{Path}/tested/test", null, Admin)).Status);
    }

    [Fact]
    public async Task Chat_DefaultIsARemoteModel_ItAnswersAndItsCostIsStored()
    {
        await using var model = await StreamingModel.StartAsync();
        await using var own = await ServiceFixture.StartAsync(null, model.Setting);
        var price = new { input_per_million = 3, output_per_million = 15, currency = "USD", version = "2026-01" };
        var made = await own.PutAsync(
            $"{Path}/far", new { provider = "openai", modelName = "far-1", isDefault = true, settings = new { endpoint = model.Address, price } }, Admin);

        var reply = await own.PostAsync("/api/v1/chat/messages", new { content = "Merhaba", sessionId = "s" });
        model.Status = 500;
        var after = await own.PostAsync("/api/v1/chat/messages", new { content = "Merhaba", sessionId = "s" });

        made.Expect(HttpStatusCode.Created);
        Assert.Contains("From afar.", reply.Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.NotEqual("far-1", after.Expect(HttpStatusCode.OK)["usage"].GetProperty("model").GetString());
        Assert.False(after.Json.TryGetProperty("failure", out _));
        await using var db = await DatabaseAsync(own);
        var turn = await db.Turns.AsNoTracking().OrderBy(row => row.Seq).FirstAsync();
        Assert.Equal((0.006m, "USD", "2026-01"), (turn.Cost, turn.CostCurrency, turn.PriceVersion));
        Assert.Single(await db.AiConfigurations.AsNoTracking().Where(row => row.IsDefault).ToListAsync());
    }

    private async Task<FlowEngineDbContext> DatabaseAsync(ServiceFixture? of = null)
    {
        var services = (of ?? service).Services;
        var tenant = await services.GetRequiredService<TenantDirectory>().FindAsync("demo", default);
        return services.GetRequiredService<ITenantDb>().Open(tenant!.Profile.Key);
    }
}
