namespace FlowEngine.Text;

/// <summary>What normalising makes of the letters of Turkish, without its cost: most texts that are folded have no others.</summary>
internal static class TurkishLetters
{
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = Plain(source[i]);
        }
    });

    private static char Plain(char letter) => letter switch
    {
        'ı' => 'i',
        'İ' => 'I',
        'ş' => 's',
        'Ş' => 'S',
        'ğ' => 'g',
        'Ğ' => 'G',
        'ç' => 'c',
        'Ç' => 'C',
        'ö' => 'o',
        'Ö' => 'O',
        'ü' => 'u',
        'Ü' => 'U',
        'â' => 'a',
        'Â' => 'A',
        'î' => 'i',
        'Î' => 'I',
        'û' => 'u',
        'Û' => 'U',
        _ => letter,
    };
}
