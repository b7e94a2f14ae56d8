using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>Rules about texts, languages, questions and calls: each with a flow that has its fault and one that nearly has it.</summary>
public sealed class TextRuleTests
{
    private const string Hook = "h webhook {\"url\":\"https://crm.example/\"";
    private const string Email = "w collect_data {\"prompt\":\"?\",\"data_type\":\"email\",\"timeout_minutes\":5} > x, e, e\n";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "template_invalid m", Say("{{message | upcase}}"), Say("{{message | upper}}") },
        { "template_invalid m", Say("{{message"), Say("\\\\{{message") },
        { "condition_invalid m", "m condition {\"left\":\"x\",\"op\":\"eq\",\"right\":1} > e, e\ne end", "m condition {\"left\":\"x\",\"op\":\"equals\",\"right\":1} > e, e\ne end" },
        { "unknown_member m", Say("{{tenant.nam}}"), Say("{{tenant.name}}") },
        { "unknown_member m", Say("{{tenant.name.first}}"), Say("{{session.first}}") },
        { "unknown_member m", Say("{{message.text}}"), Say("{{message}}") },
        { "unknown_member m", Say("{{now.year}}"), Say("{{now | date:\\\"yyyy\\\"}}") },
        { "unknown_member m", "m condition {\"left\":\"tenant.fone\",\"op\":\"is_set\"} > e, e\ne end", "m condition {\"left\":\"tenant.phone\",\"op\":\"is_set\"} > e, e\ne end" },
        {
            "personal_data_sent x",
            Email + "x ai_response {\"system_prompt\":\"Write to {{conversation.email}}\",\"on_error\":\"fail\"} > e\ne end",
            Email + "x message {\"content\":\"Write to {{conversation.email}}\"} > e\ne end"
        },
        {
            "personal_data_sent x",
            Email + "x webhook {\"url\":\"https://a.example/\",\"payload\":{\"a\":[\"{{email}}\"]}} > e, e\ne end",
            Email + "x webhook {\"url\":\"https://a.example/\",\"payload\":{\"a\":[\"{{message}}\"]}} > e, e\ne end"
        },
        {
            "personal_data_sent y",
            Email + "x set_variable {\"assignments\":[{\"name\":\"who\",\"value\":\"<{{email}}>\"}]} > y\ny ai_response {\"system_prompt\":\"For {{who}}\",\"on_error\":\"fail\"} > e\ne end",
            Email + "x set_variable {\"assignments\":[{\"name\":\"who\",\"value\":\"{{message}}\"}]} > y\ny ai_response {\"system_prompt\":\"For {{who}}\",\"on_error\":\"fail\"} > e\ne end"
        },
        {
            "personal_data_sent y",
            Called("lead") + "y ai_response {\"system_prompt\":\"For {{walk.lead}}\",\"on_error\":\"fail\"} > e\ne end" + Contact,
            Called("other") + "y ai_response {\"system_prompt\":\"For {{walk.lead}}\",\"on_error\":\"fail\"} > e\ne end" + Contact
        },
        {
            "personal_data_sent x",
            Email + "x context_builder {\"variables\":[\"email\"]} > e\ne end",
            Email.Replace("\"email\"", "\"text\",\"context_key\":\"name\"", StringComparison.Ordinal) + "x context_builder {} > e\ne end"
        },
        {
            "personal_data_sent x",
            Asked("x7", "Adınız nedir?") + "x ai_response {\"system_prompt\":\"For {{x7}}\",\"on_error\":\"fail\"} > e\ne end",
            Asked("x7", "Ürün adı nedir?") + "x ai_response {\"system_prompt\":\"For {{x7}}\",\"on_error\":\"fail\"} > e\ne end"
        },
        {
            "link_scheme m",
            Message("\"links\":[{\"text\":\"a\",\"url\":\"javascript:alert(1)\"}]"),
            Message("\"links\":[{\"text\":\"a\",\"url\":\"https://a.example\"},{\"text\":\"b\",\"url\":\"{{walk.url}}\"},{\"text\":\"c\",\"url\":\"tel:{{tenant.phone}}\"},{\"text\":\"d\",\"url\":\"/a\"}]")
        },
        { "link_scheme m", Message("\"links\":[{\"text\":\"a\",\"url\":\"javascript:{{message}}\"}]"), Message("\"links\":[{\"text\":\"a\",\"url\":\"https://a.example/{{message}}\"}]") },
        { "link_scheme m", Message("\"cards\":[{\"title\":\"a\",\"url\":{\"tr\":\"https://a.example\",\"en\":\"data:x\"}}]"), Message("\"cards\":[{\"title\":\"a\",\"url\":{\"tr\":\"https://a.example\",\"en\":\"mailto:a@b.example\"}}]") },
        { "link_scheme m", Message("\"image_url\":\"file:///a.png\""), Message("\"image_url\":\"https://a.example/a.png\"") },
        { "link_scheme g", "g link_generator {\"base_url\":\"javascript:\"} > e\ne end", "g link_generator {\"base_url\":\"https://a.example\"} > e\ne end" },
        { "link_scheme g", "g link_generator {\"routes\":{\"a:b\":\"javascript:{slug}\"}} > e\ne end", "g link_generator {\"routes\":{\"a:b\":\"/a:b/{slug}\"}} > e\ne end" },
        { "link_scheme c", "c contact_request {\"callback_form_url\":\"vbscript:x\"} > e\ne end", "c contact_request {\"callback_form_url\":\"/call\"} > e\ne end" },
        { "secret_in_clear m", Say("Key: sk-abcDEF1234567890abcdef"), Say("Our sk-models are not keys") },
        { "secret_in_clear m", Say("AKIAIOSFODNN7EXAMPLE"), Say("AKIA is a prefix") },
        { "secret_in_clear m", Say("https://me:hunter2@crm.example/x"), Say("https://crm.example:8443/x?a=b@c") },
        { "secret_in_clear m", Say("Authorization: Bearer a1b2c3d4e5f6g7h8i9"), Say("The bearer of this message has rights") },
        { "secret_in_clear h", Hook + ",\"headers\":{\"X-Api-Key\":\"q8Zr2Lw0Tn5Vx7Yb\"}} > e, e\ne end", Hook + ",\"headers\":{\"X-Api-Key\":\"{{tenant.slug}}\"}} > e, e\ne end" },
        { "secret_in_clear h", Hook + ",\"secret\":\"q8Zr2Lw0\"} > e, e\ne end", Hook + ",\"secret\":\"config:CRM\"} > e, e\ne end" },
        { "secret_in_clear h", Hook + ",\"headers\":{\"Authorization\":\"x\"}} > e, e\ne end", Hook + ",\"headers\":{\"X-Version\":\"2026-01-01T00:00:00Z\"}} > e, e\ne end" },
        { "secret_misplaced h", Hook + ",\"headers\":{\"X-Api-Key\":\"config:CRM\"}} > e, e\ne end", Hook + ",\"secret\":\"config:CRM\",\"secret_header\":\"X-Api-Key\"} > e, e\ne end" },
        { "secret_misplaced h", Hook + ",\"headers\":{\"X-Api-Key\":\"secret:CRM\"}} > e, e\ne end", Hook + ",\"secret\":\"secret:CRM\",\"secret_header\":\"X-Api-Key\"} > e, e\ne end" },
        { "no_choices q", Choice("[]"), Choice("[\"a\",\"b\"]") },
        { "equal_choices q", Choice("[\"Red\",\"red!\"]"), Choice("[\"<5 ton\",\">5 ton\",\"5 ton\"]") },
        { "equal_choices q", Choice("[\"a\",\"b\",\"A\"]"), Choice("[\"a\",\"b\",\"a2\"]") },
        { "equal_choices q", Choice("[{\"value\":1,\"label\":\"One\"},{\"value\":2,\"label\":\"one\"}]"), Choice("[{\"value\":1,\"label\":\"One\"},{\"value\":2,\"label\":\"Two\"}]") },
        { "no_timeout q", "q collect_data {\"prompt\":\"?\"} > e, e, e\ne end", "q collect_data {\"prompt\":\"?\",\"timeout_minutes\":5} > e, e, e\ne end" },
        { "no_timeout q", "q collect_data {\"prompt\":\"?\",\"timeout_minutes\":5} > e, e\ne end", "q collect_data {\"prompt\":\"?\",\"timeout_minutes\":5} > e, -, e\ne end" },
        {
            "no_attempt_limit q",
            "w welcome {\"welcome_message\":\"Hi\"} > q\nq collect_data {\"prompt\":\"?\",\"timeout_minutes\":5} > e, m, e\nm message {\"content\":\"Again\"} > q\ne end",
            "w welcome {\"welcome_message\":\"Hi\"} > q\nq collect_data {\"prompt\":\"?\",\"timeout_minutes\":5} > e, m, e\nm message {\"content\":\"Bye\"} > e\ne end"
        },
        { "no_error_port x", "x ai_response > e\ne end", "x ai_response > e, e\ne end" },
        { "no_error_port x", "x ai_response > e\ne end", "x ai_response {\"on_error\":\"fail\"} > e\ne end" },
        {
            "no_error_port c",
            "w welcome {\"welcome_message\":\"Hi\"} > c\nc sub_flow {\"flow\":\"#Out\"} > e\ne end\n# Out\ns ai_response {\"on_error\":\"fail\"} > f\nf end",
            "w welcome {\"welcome_message\":\"Hi\"} > c\nc sub_flow {\"flow\":\"#Out\"} > e\ne end\n# Out\ns message {\"content\":\"x\"} > f\nf end"
        },
        { "no_error_port c", Asking(",\"ask_model\":true"), Asking("") },
        { "no_error_port c", Judging(",\"mode\":\"model\""), Judging("") },
        { "single_braces m", Say("Your size is {size}"), Say("Your size is {{conversation.size}}") },
        { "single_braces m", Say("Hello { conversation.name | upper }!"), Say("An empty set is {}, a pair is {1, 2}") },
        { "single_braces m", Texts("Merhaba {{message}}", "Hello {message}"), Texts("Merhaba {{message}}", "Hello {{message}}") },
        { "single_braces s", Set("{size}"), Set("{{message}}") },
        { "unknown_sub_flow c", Calling("Out"), Calling("#Out") },
        { "unknown_sub_flow c", Calling("#out"), Calling("#Out") },
        { "retry_not_idempotent h", Hook + ",\"retry\":{\"attempts\":3}} > e, e\ne end", Hook + ",\"method\":\"put\",\"retry\":{\"attempts\":3}} > e, e\ne end" },
        { "placeholders_differ m", Texts("{{conversation.a}}", "{{conversation.b}}"), Texts("{{conversation.a}}", "{{a | upper}}") },
        { "placeholders_differ m", Texts("Hallo {{conversation.a}}", "Hi"), Texts("Hallo", "Hi") },
        { "text_missing m", "m message {\"content\":{\"tr\":\"Selam\"}} > e\ne end", Texts("Selam", "Hi") },
        { "text_missing m", "m message {\"content\":\"x\",\"quick_replies\":[{\"en\":\"Yes\"}]} > e\ne end", "m message {\"content\":\"x\",\"quick_replies\":[\"OK\"]} > e\ne end" },
    };

    private const string Contact =
        "\n# Contact\nw2 collect_data {\"prompt\":\"?\",\"data_type\":\"phone\",\"scope\":\"walk\",\"context_key\":\"tel\",\"timeout_minutes\":5} > f, f, f\nf end";

    [Theory]
    [MemberData(nameof(Faults))]
    public void Rule_OnAFlowWithTheFault_FindsIt_AndNotOnTheOther(string expected, string faulty, string nearly)
    {
        Assert.Contains(expected, RuleFlow.Found(faulty, "tr", "en"));
        Assert.DoesNotContain(expected.Split(' ')[0], RuleFlow.Check(nearly, "tr", "en").Select(finding => finding.Code));
    }

    [Fact]
    public void Secret_InAMemberThatNoNodeReads_IsFoundOnceAtItsPlace()
    {
        var finding = Assert.Single(
            RuleFlow.Check("m message {\"content\":\"x\",\"config_backup\":{\"list\":[\"ok\",\"ghp_0123456789abcdefghij0123456789abcdef\"]}} > e\ne end"),
            finding => finding.Code == "secret_in_clear");

        Assert.Equal("/drawflow/Home/data/m/data/config_backup/list/1", finding.Pointer);
        Assert.DoesNotContain("ghp_", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sipariş numaranız 4f3c2a1b-9d8e-4c7b-a6f5-0e1d2c3b4a59.")]
    [InlineData("https://shop.example/urun/iphone-15-pro-max-256gb-mavi?ref=kampanya2026&key=renk")]
    [InlineData("Der Bearer-Token gehört in die Einstellungen, nicht in den Text 1234567890.")]
    [InlineData("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk")]
    [InlineData("sk-8 ve sk-10 serisi; e-posta: bilgi@magaza.example")]
    public void Secret_OrdinaryText_IsNone(string text) =>
        Assert.DoesNotContain("secret_in_clear", RuleFlow.Check(Say(text)).Select(finding => finding.Code));

    [Fact]
    public void Languages_WithoutATenant_AreNotMissed() =>
        Assert.DoesNotContain("text_missing m", RuleFlow.Found("m message {\"content\":{\"tr\":\"Selam\"}} > e\ne end"));

    [Theory]
    [InlineData("Out")]
    [InlineData("out")]
    [InlineData("#out")]
    public void SubFlow_NamedLikeAModule_IsLedToTheModule(string flow) =>
        Assert.Equal("Did you mean '#Out'?", RuleFlow.Check(Calling(flow)).Single(finding => finding.Code == "unknown_sub_flow").Fix);

    [Fact]
    public void Read_OfWhatAnUnconnectedPortLeavesUnset_NamesThePort()
    {
        var finding = RuleFlow.Check(
            "a collect_data {\"context_key\":\"n\",\"data_type\":\"number\",\"max_attempts\":2,\"timeout_minutes\":5} > b, -, e\nb message {\"content\":\"Hello {{conversation.n}}\"} > e\ne end")
            .Single(finding => finding.Code == "read_before_set");

        Assert.Contains("'gave_up', which is not connected", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Connect output_2 ('gave_up') of collect_data (a)", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Tenant_MisspeltMember_IsSuggested() =>
        Assert.Equal("Did you mean 'tenant.name'?", RuleFlow.Check(Say("{{tenant.nam}}")).Single(finding => finding.Code == "unknown_member").Fix);

    private static string Asked(string key, string prompt) =>
        $"w collect_data {{\"prompt\":\"{prompt}\",\"context_key\":\"{key}\",\"timeout_minutes\":5}} > x, e, e\n";

    private static string Message(string members) => $"m message {{\"content\":\"x\",{members}}} > e\ne end";

    private static string Say(string text) => $"m message {{\"content\":\"{text}\"}} > e\ne end";

    private static string Texts(string tr, string en) => $"m message {{\"content\":{{\"tr\":\"{tr}\",\"en\":\"{en}\"}}}} > e\ne end";

    private static string Set(string value) =>
        $"s set_variable {{\"assignments\":[{{\"name\":\"conversation.a\",\"value\":[\"x\",{{\"y\":\"{value}\"}}]}}]}} > m\nm message {{\"content\":\"x\"}} > e\ne end";

    private static string Asking(string settings) =>
        $"w welcome {{\"welcome_message\":\"Hi\"}} > c\nc sub_flow {{\"flow\":\"#Out\"}} > e\ne end\n# Out\ns collect_data {{\"prompt\":\"?\",\"data_type\":\"date\",\"timeout_minutes\":5{settings}}} > f, f, f\nf end";

    private static string Judging(string settings) =>
        "w welcome {\"welcome_message\":\"Hi\"} > c\nc sub_flow {\"flow\":\"#Out\"} > e\ne end\n# Out\n"
        + $"s sentiment_detection {{\"intents\":[{{\"name\":\"a\",\"keywords\":[\"b\"],\"port\":\"output_1\"}}],\"default_port\":\"output_2\"{settings}}} > f, f\nf end";

    private static string Calling(string flow) =>
        $"w welcome {{\"welcome_message\":\"Hi\"}} > c\nc sub_flow {{\"flow\":\"{flow}\"}} > e\ne end\n# Out\ns message {{\"content\":\"x\"}} > f\nf end";

    private static string Choice(string choices) =>
        $"q collect_data {{\"prompt\":\"?\",\"data_type\":\"choice\",\"timeout_minutes\":5,\"choices\":{choices}}} > e, e, e\ne end";

    private static string Called(string output) =>
        $"w welcome {{\"welcome_message\":\"Hi\"}} > c\nc sub_flow {{\"flow\":\"#Contact\",\"outputs\":{{\"tel\":\"{output}\"}}}} > y, e\n";
}
