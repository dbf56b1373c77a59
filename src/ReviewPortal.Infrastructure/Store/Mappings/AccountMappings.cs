using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Infrastructure.Accounts;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class PortalUserMapping : IEntityTypeConfiguration<PortalUser>
{
    // A student's sittings are theirs by the number: two accounts with one number would both read the letters.
    public void Configure(EntityTypeBuilder<PortalUser> builder) =>
        builder.HasIndex(user => user.StudentNumber).IsUnique().HasFilter("\"StudentNumber\" IS NOT NULL");
}
