using System.Collections.Frozen;

namespace FlowEngine.Storage.Catalog.Search;

/// <summary>Folded words that say nothing about what is looked for.</summary>
internal static class StopWords
{
    /// <summary>In any text.</summary>
    public static FrozenSet<string> General { get; } = Set("""
        ve veya ya ile bir bu su o da de ki mi mu icin ne nedir neler nasil hangi hangisi hangileri kac kadar var varmi yok en cok daha
        gibi ben bana beni benim sen sana siz size sizin sizde biz bize bizim istiyorum istiyoruz isterim istedim ariyorum ariyoruz
        lazim gerek gerekiyor almak alacagim alabilir bakiyorum bakmak goster gosterin gosterir misin misiniz musun musunuz miyim merhaba
        selam tesekkur tesekkurler lutfen olan olsun olur oluyor olarak hakkinda ver verir verin nerede nereden kim ama fakat her hep tum
        butun sey urun urunu urunun urunler urunleri satiyor satiyorsunuz satar surer sure suresi acaba evet hayir tamam adet tane peki iyi gunler eder edin yapar yapiyor
        a an the and or of to for in on at with is are am was were be been do does did you your i me my we us our it its this that these
        those have has had any some what which who where when how much many can could would should will shall please want need
        looking look find show get give tell hi hello hey thanks thank about there from by as if no not yes take takes product products sell s t m re ve ll so
        """);

    /// <summary>In questions to a catalogue: words of shopping, which descriptions have by chance.</summary>
    public static FrozenSet<string> Shopping { get; } = General.Union(Set("""
        urun urunu urunun urunler urunleri urunleriniz fiyat fiyati fiyatlar fiyatlari fiyatlariniz fiyatini ucuz ucuzu ucuzundan pahali
        uygun stok stokta stoklarinizda satis satiyor satilik satin alim bilgi katalog kategori model modeller modelleri modeliniz cesit
        product products item items price prices priced pricing cost costs cheap cheaper cheapest expensive dearest stock available
        buy sell sale order catalogue catalog model models
        """)).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
