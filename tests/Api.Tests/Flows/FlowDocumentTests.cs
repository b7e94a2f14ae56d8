using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

/// <summary>Documents come back as the text that they were.</summary>
public sealed class FlowDocumentTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    /// <summary>With what a parser in a browser changes: the order of ids, numbers' literals, escapes, blanks.</summary>
    private const string Odd =
        """
        {"drawflow":  {"Home":{"data":{
          "11":{"id":11,"name":"message","data":{"content":"G\u00fcnaydın <b>"},"class":"","html":"","typenode":false,"inputs":{},
            "outputs":{"output_1":{"connections":[{"node":"1","output":"input_1"}]}},"pos_x":1.0,"pos_y":1e2},
          "1":{"id":1,"name":"end","data":{"big":12345678901234567890},"class":"","html":"","typenode":false,
            "inputs":{"input_1":{"connections":[{"node":"11","input":"output_1"}]}},"outputs":{},"pos_x":0,"pos_y":0}}}},"meta": [ ]}
        """;

    [Fact]
    public async Task Document_IsByteForByteWhatWasSent()
    {
        var saved = (await service.PutAsync("/api/flows/odd?start=11", Odd, Key)).Expect(HttpStatusCode.OK);

        var answer = (await service.GetAsync("/api/flows/odd/versions/1/document", Key)).Expect(HttpStatusCode.OK);

        Assert.Equal(Odd, answer.Text);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal($"\"{saved["etag"].GetString()}\"", answer.Headers.ETag!.Tag);
        Assert.Equal(["11"], answer.Headers.GetValues("X-Flow-Start"));
        Assert.False(answer.Headers.Contains("X-Flow-Settings"));
    }

    [Fact]
    public async Task Settings_ComeAsAsciiBesideTheDocument()
    {
        (await service.PutAsync("/api/flows/with-settings", SmallFlows.Saying("hi"), Key)).Expect(HttpStatusCode.OK);
        (await service.PutAsync("/api/flows/with-settings/versions/1/settings", """{ "fallbackText": { "tr": "Bir daha söyleyin." } }""", Key)).Expect(HttpStatusCode.OK);

        var answer = (await service.GetAsync("/api/flows/with-settings/versions/2/document", Key)).Expect(HttpStatusCode.OK);
        var settings = Assert.Single(answer.Headers.GetValues("X-Flow-Settings"));

        Assert.All(settings, letter => Assert.True(letter is >= ' ' and <= '~'));
        Assert.Equal(
            "Bir daha söyleyin.",
            System.Text.Json.JsonElement.Parse(settings).GetProperty("fallbackText").GetProperty("tr").GetString());
    }

    [Fact]
    public async Task IfNoneMatch_OfTheSameVersion_IsNotSentAgain()
    {
        var saved = (await service.PutAsync("/api/flows/unchanged", SmallFlows.Saying("hi"), Key)).Expect(HttpStatusCode.OK);

        Assert.Equal("", (await AskAsync($"\"{saved["etag"].GetString()}\"")).Expect(HttpStatusCode.NotModified).Text);
        (await AskAsync("\"another\"")).Expect(HttpStatusCode.OK);

        Task<ServiceAnswer> AskAsync(string etag) => service.SendAsync(
            new(HttpMethod.Get, "/api/flows/unchanged/versions/1/document") { Headers = { { "If-None-Match", etag } } }, Key);
    }

    [Fact]
    public async Task Document_OfAnotherTenantOrVersion_IsNotFound()
    {
        (await service.PutAsync("/api/flows/mine", SmallFlows.Saying("hi"), Key)).Expect(HttpStatusCode.OK);

        (await service.GetAsync("/api/flows/mine/versions/2/document", Key)).Expect(HttpStatusCode.NotFound);
        (await service.GetAsync("/api/flows/mine/versions/1/document", "demo-design")).Expect(HttpStatusCode.NotFound);
        (await service.GetAsync("/api/flows/mine/versions/1/document", "demo-en-chat")).Expect(HttpStatusCode.Forbidden);
    }
}
