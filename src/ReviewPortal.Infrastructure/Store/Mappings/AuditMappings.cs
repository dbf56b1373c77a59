using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class AuditRowMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.HasKey(item => item.Seq);
        builder.Property(item => item.Seq).ValueGeneratedNever();
        // Two rows cannot follow the same one: the database itself refuses a fork.
        builder.HasIndex(item => item.PrevHash).IsUnique();
        builder.HasIndex(item => item.Subject);
    }
}

internal sealed class AuditDetailMapping : IEntityTypeConfiguration<AuditDetail>
{
    public void Configure(EntityTypeBuilder<AuditDetail> builder)
    {
        builder.HasKey(item => item.Seq);
        builder.Property(item => item.Seq).ValueGeneratedNever();
    }
}
