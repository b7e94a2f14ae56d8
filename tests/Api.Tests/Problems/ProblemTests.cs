using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Problems;

[Collection(DemoService.Name)]
public sealed class ProblemTests(DemoService demo)
{
    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("POST", "/api/v3/chat/messages", HttpStatusCode.NotFound, "not_found")]
    [InlineData("PUT", "/api/chat/messages", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("GET", "/api/v2/chat/messages", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("DELETE", "/api/chat/conversations", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("POST", "/api/health", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    public async Task WhatIsNotThere_IsAProblem(string method, string path, HttpStatusCode status, string code)
    {
        using var response = await demo.Service.Api().SendAsync(new HttpMethod(method), path);

        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((status, code), (response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal($"urn:flowengine:problem:{code}", problem.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/flow", "Did you mean /api/flows?")]
    [InlineData("GET", "/api/flows/shop-assistant/version/3", "Did you mean /api/flows/shop-assistant/versions/3?")]
    [InlineData("POST", "/api/v3/chat/messages", "Did you mean /api/v1/chat/messages?")]
    [InlineData("GET", "/somewhere/else", "/docs lists the addresses")]
    [InlineData("PUT", "/api/chat/messages", "/api/chat/messages takes GET, POST.")]
    public async Task WhatIsNotThere_LeadsOn(string method, string path, string expected)
    {
        using var response = await demo.Service.Api().SendAsync(new HttpMethod(method), path);

        Assert.Contains(expected, JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/flows/shop-assistant/versions/first/test", "/first/")]
    public async Task ValueThatItsAddressDoesNotTake_IsNotSuggestedAgain(string path, string suggested)
    {
        using var response = await demo.Service.Api().SendAsync(HttpMethod.Post, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var detail = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("detail").GetString()!;
        Assert.DoesNotContain(suggested, detail.Split(path, 2)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_LeadsToTheDocs()
    {
        using var response = await demo.Service.Api().SendAsync(HttpMethod.Get, "/");

        Assert.True(response.Headers.Location?.ToString() == "/docs" || response.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/docs", StringComparison.Ordinal));
    }
}
