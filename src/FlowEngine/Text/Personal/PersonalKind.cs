namespace FlowEngine.Text.Personal;

/// <summary>What a value tells about a person.</summary>
public enum PersonalKind
{
    None,
    Name,
    Email,
    Phone,
    Address,
    Birth,

    /// <summary>The number of an identity card or a passport.</summary>
    Identity,

    /// <summary>The number of an account or a card.</summary>
    Account,
    Company,

    /// <summary>Made of something personal.</summary>
    Other,
}

public static class PersonalKinds
{
    /// <summary>As a sentence goes on: "puts an e-mail address into"; null for <see cref="PersonalKind.None"/>.</summary>
    public static string? Text(PersonalKind kind) => kind switch
    {
        PersonalKind.None => null,
        PersonalKind.Name => "a name",
        PersonalKind.Email => "an e-mail address",
        PersonalKind.Phone => "a phone number",
        PersonalKind.Address => "an address",
        PersonalKind.Birth => "a date of birth",
        PersonalKind.Identity => "an identity number",
        PersonalKind.Account => "an account or card number",
        PersonalKind.Company => "a company",
        _ => "personal data",
    };
}
