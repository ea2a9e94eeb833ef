/** Hosts that no webhook may reach, in every known spelling. The tests of addresses and of posting share them. */
export const FORBIDDEN_HOSTS: readonly string[] = [
  // Loopback: dotted, short, decimal, octal, hexadecimal, mixed, trailing dot, percent-encoded, full-width, circled.
  ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '2130706433', '0x7f000001', '017700000001', '0177.0.0.1'],
  ...['0x7f.0.0.1', '0x7f.1', '0x7F.0x0.0x0.0x1', '127.0x0.0.01', '127.0.0.1.', '2130706433.', '%31%32%37.0.0.1'],
  ...['１２７.0.0.1', '①②⑦.⓪.⓪.①', '127。0。0。1', '0000177.0.0.1'],
  // Names of the local machine.
  ...['localhost', 'LOCALHOST', 'localhost.', 'api.localhost', 'a.b.localhost.', 'ｌocalhost'],
  // Unspecified, private, shared, link-local and the cloud's metadata.
  ...['0.0.0.0', '0', '0x0', '0.1.2.3', '10.0.0.1', '10.1', '167772161', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['192.168.257', '0xc0a80101', '100.64.0.1', '100.127.255.255', '169.254.169.254', '2852039166', '0xa9fea9fe'],
  // Reserved, documentation, benchmarking, multicast, broadcast.
  ...['192.0.0.8', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  // IPv6: loopback, unspecified, link-local, site-local, unique local, multicast, discard, documentation.
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '[::]', '[fe80::1]', '[febf::1]', '[fec0::1]', '[fc00::1]'],
  ...['[fd12:3456::1]', '[ff02::1]', '[100::1]', '[2001:db8::1]', '[3fff::1]', '[5f00::1]', '[4000::1]'],
  // IPv4 inside IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP; public ones too.
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:8.8.8.8]', '[0:0:0:0:0:ffff:a00:1]', '[::127.0.0.1]'],
  ...['[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::808:808]', '[64:ff9b:1::a00:1]', '[2002:7f00:1::]'],
  ...['[2002:a00:1::1]', '[2001:0:7f00:1::1]', '[2001::1]', '[2001:20::1]', '[2606:4700::5efe:127.0.0.1]'],
  ...['[2606:4700::200:5efe:10.0.0.1]'],
  // Names in internal networks.
  ...['intranet', 'db', 'metadata.google.internal', 'printer.local', 'host.docker.internal', 'nas.home.arpa', 'x.lan.'],
];

/** URLs that are refused for reasons other than their host. */
export const FORBIDDEN_ADDRESSES: readonly string[] = [
  ...['', 'https://', 'https:///', '//example.com', 'example.com', 'not an address', 'https://exa mple.com/'],
  ...['http://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/plain,x'],
  ...['ws://example.com/', 'https://user@example.com/', 'https://user:secret@example.com/', 'https://:x@example.com/'],
  ...['https://example.com@127.0.0.1/', 'https://127.0.0.1\\@example.com/', 'https:\\\\127.0.0.1/'],
  ...['https://exam\tple.com/', 'https://example.com/\n', 'https://example.com/\u0000', 'https://[::1%25lo]/'],
  ...[
    'https://256.256.256.256/',
    'https://1.2.3.4.5/',
    'https://example.com:99999/',
    `https://example.com/${'x'.repeat(2048)}`,
  ],
];

export const PUBLIC_ADDRESSES: readonly string[] = [
  ...[
    'https://example.com/hooks',
    'https://EXAMPLE.com:8443/a?b=c',
    'https://example.com./',
    'https://bücher.example/',
  ],
  ...['https://8.8.8.8/', 'https://134744072/', 'https://[2606:4700:4700::1111]/', 'https://100.63.255.255/'],
  ...['https://172.32.0.1/', 'https://localhost.example.com/', 'https://mylocalhost.com/', 'https://local.example/'],
];
